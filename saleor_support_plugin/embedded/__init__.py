"""PostgreSQL and Valkey from wheels, and the launcher that keeps them and our own processes running on one machine.

Standard library only: the launcher stays in memory beside everything it starts.
"""
