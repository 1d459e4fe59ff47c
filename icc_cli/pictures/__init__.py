"""Pictures: timelines, charts and the world map, in the terminal and as SVG."""
