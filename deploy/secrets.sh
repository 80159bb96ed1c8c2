#!/bin/sh
# Makes the secrets of compose.yaml, each once; what is there stays as it is.
set -eu
cd "$(dirname "$0")"
mkdir -p secrets
chmod 700 secrets
random() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
keep() { [ -s "secrets/$1" ] || printf '%s' "$2" >"secrets/$1"; }
keep database_password "$(random)"
keep database_url "postgres://afterword:$(cat secrets/database_password)@postgres:5432/afterword"
keep afterword_secret "$(random)$(random)"
keep metrics_token "$(random)"
keep bucket_key "$(random)"
# Containers read them as users of their own; the folder is closed to everyone else.
chmod 644 secrets/*
