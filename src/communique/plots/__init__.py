"""Pictures of a graph: networks, timelines, heatmaps and maps, as SVG or PNG.

Each picture is a function from what is to be seen to a matplotlib `Figure`; `saving` writes it.
Nothing here touches pyplot: pictures can be made in any thread and without a screen.
"""
