"""How a claim came to us: its journey, what drifted on the way, and how many independent origins it has."""
