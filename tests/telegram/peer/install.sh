#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
# The Bot API server that integration tests talk to, exactly as locked. Needs Node 18 or later with npm.
set -euo pipefail
cd "$(dirname "$0")"
npm ci --no-audit --no-fund --ignore-scripts --loglevel=error
