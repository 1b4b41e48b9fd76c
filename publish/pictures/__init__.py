"""Charts as pictures, drawn on the server: .svg and .png."""
