"""The store itself: connections, versions, transactions, the schema."""
