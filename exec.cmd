@rem The script "start" begins with exec, so that on POSIX systems the command takes its shell's place and hears the
@rem signals that npm passes on. cmd.exe knows no such word: here it only runs what follows it.
@%*
