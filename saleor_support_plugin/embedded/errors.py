"""What stops a start. Every message is for the person at the terminal: what is wrong, and what to do."""

# How every program here says that the disk is full: strerror(ENOSPC) in English.
TOO_FULL = "No space left on device"


class CannotStart(Exception):
    """Something a person has to change first. The message is one line; `exit_status` is what the command returns."""

    code = "cannot_start"
    exit_status = 1


class DiskFull(CannotStart):
    """Nothing more can be written where the data is kept."""

    code = "disk_full"

    def __init__(self, folder: object) -> None:
        super().__init__(
            f"The disk that holds {folder} is full: free at least 200 MB there, "
            "or choose a folder on another disk with --data DIR."
        )
