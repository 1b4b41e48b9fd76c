"""Documents as OpenDocument: .odt, .ods and .odp."""
