"""The depositary's own table of a treaty: fetched, read from XML, kept word for word where it is not understood."""
