"""Three accounts of one made-up event."""

TEXTS = {
    "one": "A crane fell into the harbour of Larnmouth on Monday. Nobody was hurt, the harbour master said. "
    "Ida Kroll has led it for nine years.",
    "other": "A crane fell into the water of the harbour of Larnmouth on Monday. Nobody was hurt in the fall. "
    "Ferries sail again on Thursday, their company said.",
    "third": "At Larnmouth a crane fell into the harbour on Monday. Ferries will sail again on Thursday. "
    "The mayor wants an inquiry.",
}
