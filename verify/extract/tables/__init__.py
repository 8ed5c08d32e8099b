"""Read the heads of tables: what their cells measure, of what and when."""
