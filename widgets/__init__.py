"""What people see and touch: values in, signals out; every widget is one small file."""
