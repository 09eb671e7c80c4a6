"""Backups: made while Hushreel serves, sealed as a whole by a key of their own, ended after 30 days at the latest."""
