"""What a project does with its findings: how grave a code is, what is excused, what was known before."""
