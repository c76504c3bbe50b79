"""A dataset that a stranger can read, check and cite: a folder with the graph and what it is."""

from communique.ontology.dataset.census import Census
from communique.ontology.dataset.folder import write_dataset
from communique.ontology.dataset.imprint import Imprint

__all__ = ["Census", "Imprint", "write_dataset"]
