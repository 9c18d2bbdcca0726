"""Everything of Pendopo that needs no screen."""
