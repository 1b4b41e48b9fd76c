"""The frame around every page: navigation, head, controls, what the address and the reader chose."""
