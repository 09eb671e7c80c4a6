"""How people reach Hushreel."""

VERSION = "0.1.0"
