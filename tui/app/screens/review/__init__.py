"""The screens on which pairs are judged, linked by hand and written on."""
