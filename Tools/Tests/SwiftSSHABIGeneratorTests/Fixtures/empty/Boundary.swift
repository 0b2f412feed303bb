// Helpers only.

func boundaryNothing() {}
