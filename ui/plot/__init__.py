"""Chart models as Plotly figures."""
