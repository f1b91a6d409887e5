#!/usr/bin/env bash
set -euo pipefail

export DB_PASSWORD='%db-password%'

psql --host orders.cluster.internal --username app_rw --file migrations.sql
aws ecs register-task-definition --cli-input-json file://infra/task-definition.json
