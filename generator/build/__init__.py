"""How a build is run, whatever it makes: memory of stages, processes, progress, staging."""
