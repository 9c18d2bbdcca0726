"""What must hold, one rule a test; the tree mirrors the product's."""
