"""Documents as slides: .pptx."""
