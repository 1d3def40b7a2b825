"""The commands of `shomar`, one file each. Whatever is slow to import is imported when a command runs."""
