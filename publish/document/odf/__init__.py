"""Documents as OpenDocument: .odt and .ods."""
