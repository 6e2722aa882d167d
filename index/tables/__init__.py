"""Lines of flattened tables -> grids of cells, one module a kind of flattening."""
