"""Where Ansible looks for the connection plugin."""
