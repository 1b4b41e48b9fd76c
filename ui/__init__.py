"""What pages share: data, language, theme, components, charts."""
