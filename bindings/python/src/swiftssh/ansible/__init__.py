"""Ansible over swiftssh: `connection/swiftssh.py` is a connection plugin, in the directory that CONNECTION_PLUGINS names.

    ANSIBLE_CONNECTION_PLUGINS=$(python -m swiftssh.ansible) ansible-playbook -c swiftssh ...
"""
