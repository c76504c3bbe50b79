"""Write every module again."""

from communique.queries.generation import write_all

write_all()
