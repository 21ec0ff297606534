"""intramentor: from YAML curricula to a handbook for reverse mentoring."""

__version__ = "0.1.0"
