"""A style sheet for Neo4j Browser: how each label and each edge type looks."""

from communique.graph.model import EDGES, EdgeType, Label, Layer, PlaceLabel

_LABELS: dict[str, tuple[str, str, str, int]] = {
    Label.PERSON: ("#4C8EDA", "#2870C2", "name", 60),
    Label.OFFICE: ("#8DCC93", "#5DB665", "name", 45),
    Label.ORGANIZATION: ("#C990C0", "#B261A5", "name", 60),
    Label.PLACE: ("#D9C8AE", "#C0A378", "name", 45),
    Label.EVENT: ("#F79767", "#F36924", "name", 50),
    Label.RELEASE: ("#A5ABB6", "#9AA1AC", "title", 40),
}
"""Colour, border, the property that is the caption, and size."""

_EDGES = {
    EdgeType.MET_WITH: "#2870C2",
    EdgeType.HOLDS: "#5DB665",
    EdgeType.ATTENDED: "#F36924",
    EdgeType.SPOKE_AT: "#E8850C",
    EdgeType.HOSTED: "#C2410C",
    EdgeType.SIGNED: "#7C3AED",
    EdgeType.VISITED: "#0F9D8A",
    EdgeType.THANKED: "#D6336C",
    EdgeType.CONGRATULATED: "#E64980",
    EdgeType.ACCOMPANIED: "#1098AD",
}
_ASSERTED, _DERIVED = "#868E96", "#CED4DA"


def write_style() -> str:
    """Write the style sheet, in GRASS.

    Returns:
        A rule for all nodes and all edges, one for each label and one for each edge type; a place
        whose sort is known looks as any place.
    """
    rules = [
        _rule("node", color="#A5ABB6", diameter="50px", caption="{name}"),
        _rule("relationship", color=_DERIVED, caption="<type>", shaft_width="1px"),
    ]
    for label in Label:
        rules.append(_node(label, label))
        if label is Label.PLACE:
            rules += [_node(place, label) for place in PlaceLabel]
    return "\n".join([*rules, *map(_edge, EdgeType)])


def _node(label: str, like: Label) -> str:
    color, border, caption, size = _LABELS[like]
    return _rule(
        f"node.{label}", color=color, border_color=border, border_width="2px",
        text_color_internal="#FFFFFF", diameter=f"{size}px", caption=f"{{{caption}}}",
    )  # fmt: skip


def _edge(edge: EdgeType) -> str:
    derived = EDGES[edge].layer is Layer.DERIVED
    color = _EDGES.get(edge, _DERIVED if derived else _ASSERTED)
    width = "3px" if edge in _EDGES else "1px"
    return _rule(f"relationship.{edge}", color=color, caption="<type>", shaft_width=width)


def _rule(selector: str, **told: str) -> str:
    lines = (f"  {key.replace('_', '-')}: {_told(key, value)};" for key, value in told.items())
    return "\n".join([f"{selector} {{", *lines, "}"])


def _told(key: str, value: str) -> str:
    return f"'{value}'" if key == "caption" else value
