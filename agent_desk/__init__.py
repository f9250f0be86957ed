"""A desktop companion for call-centre agents on the Voicenter cloud PBX."""

__version__ = "0.1.0"
