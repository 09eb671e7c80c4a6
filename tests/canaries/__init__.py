"""People with marks of their own, and a search for those marks in every byte that a Hushreel leaves."""
