"""Programs that feed a room with texts that no one would type, led by what code these reach."""
