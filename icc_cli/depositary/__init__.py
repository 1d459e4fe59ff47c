"""The depositary's own table of a treaty: fetched, read from XML or a saved page; what is not understood is kept."""
