"""A page to send: one file that shows a person, an organization, a place or an office, offline.

`subject` finds whom it is about, `gathering` asks the graph, `fitting` keeps the file small,
`joining` puts the page's modules into one script, `document` makes the file.
"""

from communique.explorer.sending.document import write_page
from communique.explorer.sending.fitting import fit
from communique.explorer.sending.gathering import gather
from communique.explorer.sending.subject import find_subject
from communique.pipeline import Graph
from communique.queries.period import Day, Period

__all__ = ["make_page"]


def make_page(
    graph: Graph,
    *,
    person: str | None = None,
    organization: str | None = None,
    place: str | None = None,
    office: str | None = None,
    since: Day | None = None,
    until: Day | None = None,
) -> str:
    """Make the page of one subject; equal graphs give equal pages.

    Args:
        graph: The graph.
        person: A person, or the title of an office, which means its holder; or
        organization: an organization or a country that acts, or
        place: a place, or
        office: an office: just one of the four.
        since: From this day on.
        until: Up to this day.

    Returns:
        The text of the file, under 2 MB.

    Raises:
        AmbiguousName: If several fit a name.
        DataError: If nothing is told of the subject.
        ParameterError: If not just one is given, or a date is none.
        UnknownName: If the graph knows nothing by a name.
    """
    period = Period.of(since, until)
    named = {"person": person, "organization": organization, "place": place, "office": office}
    subject = find_subject(graph.reader, named, period)
    return write_page(fit(gather(graph, subject, period)))
