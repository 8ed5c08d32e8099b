"""What only the HTML pages show: texts with their figures, matrices, a timeline, links between pages."""
