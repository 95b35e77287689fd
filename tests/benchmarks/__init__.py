"""Figures beside peers: `bin/bench NAME`. Every module here is one bench; what they share is in `harness`."""
