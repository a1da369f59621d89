"""Stands where boto3 is not installed: a file that only imports it loads, and its use says what is missing."""


def __getattr__(name):
    raise ModuleNotFoundError(
        f"boto3.{name} is used, and boto3 is not installed for this python3. Next: python3 -m pip install boto3"
    )
