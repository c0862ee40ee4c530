# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What Redis does for us, each as one script: nothing happens in between, and the time is the server's own.

A row is a hash at `<prefix><key>`: version, deadline (unix milliseconds of the server), erasable ("1" while something
must be deleted in a chat), sealed. It expires at its deadline, or GRACE_SECONDS later while something must be deleted.
INDEX names every row by its deadline; WORKERS every process that uses the store, by the moment until which it counts.
"""

from __future__ import annotations

GRACE_SECONDS = 3600.0
"""How long after its deadline a row that must be erased can still be claimed: as long as an outage may last, because
what nobody claims goes on standing in a chat. Then it is forgotten all the same.
"""

PREFIX = b"bussola:row:"
INDEX = b"bussola:index"
WORKERS = b"bussola:workers"

_PREFIX = f"local PREFIX = '{PREFIX.decode()}'"
_COMMON = (
    _PREFIX
    + """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function whole(number) return string.format('%.0f', number) end

-- The row at `key` as {version, deadline, erasable, sealed}; empty where there is none.
local function row(key)
  local found = redis.pcall('HMGET', key, 'version', 'deadline', 'erasable', 'sealed')
  if found.err then redis.call('DEL', key) return {} end
  if found[1] and tonumber(found[2] or nil) and found[4] then return found end
  return {}
end

local function outlast(key, moment)
  local left = redis.call('PTTL', key)
  if left < 0 or now + left < moment then redis.call('PEXPIREAT', key, whole(moment)) end
end

local function is_other(key)
  local kind = redis.call('TYPE', key).ok
  return kind ~= 'zset' and kind ~= 'none'
end

-- Where something else stands in the place of INDEX, it goes, and the index is made anew from the rows.
local function mend(index)
  if not is_other(index) then return end
  redis.call('DEL', index)
  local at = '0'
  repeat
    local found = redis.call('SCAN', at, 'MATCH', PREFIX .. '*', 'COUNT', 1000)
    at = found[1]
    for _, key in ipairs(found[2]) do
      local kept = row(key)
      if kept[1] then
        redis.call('ZADD', index, kept[2], string.sub(key, #PREFIX + 1))
        outlast(index, now + redis.call('PTTL', key))
      end
    end
  until at == '0'
end

-- Removes up to `limit` rows whose deadline is `until_when` or earlier; gives those that must be erased.
local function take(index, until_when, limit)
  mend(index)
  local taken = {}
  while #taken < limit do
    local keys = redis.call('ZRANGEBYSCORE', index, '-inf', until_when, 'LIMIT', 0, math.min(limit - #taken, 1000))
    if #keys == 0 then break end
    for _, key in ipairs(keys) do
      local found = row(PREFIX .. key)
      if found[3] == '1' then taken[#taken + 1] = {key, found[1], found[4]} end
      redis.call('DEL', PREFIX .. key)
      redis.call('ZREM', index, key)
    end
  end
  return taken
end
"""
)

READ = (
    _COMMON
    + """
local found = row(KEYS[1])
if not found[1] then return {} end
return {found[1], found[4], tonumber(found[2]) <= now and 1 or 0}
"""
)

DISCARD = (
    _COMMON
    + """
if row(KEYS[1])[4] == ARGV[1] then redis.call('DEL', KEYS[1]) end
"""
)

# ARGV: version expected, version after, key, milliseconds that it lasts, milliseconds of grace, erasable, sealed.
WRITE = (
    _COMMON
    + """
if (row(KEYS[1])[1] or '0') ~= ARGV[1] then return 0 end
local deadline = now + ARGV[4]
mend(KEYS[2])
redis.call('HSET', KEYS[1], 'version', ARGV[2], 'deadline', whole(deadline), 'erasable', ARGV[6], 'sealed', ARGV[7])
redis.call('PEXPIREAT', KEYS[1], whole(deadline + ARGV[5]))
redis.call('ZADD', KEYS[2], whole(deadline), ARGV[3])
outlast(KEYS[2], deadline + ARGV[5])
return 1
"""
)

# ARGV: version expected, key.
FORGET = (
    _COMMON
    + """
if row(KEYS[1])[1] ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[1])
mend(KEYS[2])
redis.call('ZREM', KEYS[2], ARGV[2])
return 1
"""
)

# ARGV: limit.
CLAIM_IDLE = (
    _COMMON
    + """
return take(KEYS[1], whole(now), tonumber(ARGV[1]))
"""
)

# ARGV: who leaves. Whoever has died without leaving counts until its moment has passed.
CLAIM_ALL = (
    _COMMON
    + """
if is_other(KEYS[2]) then redis.call('DEL', KEYS[2]) end
redis.call('ZREM', KEYS[2], ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', whole(now))
if redis.call('ZCARD', KEYS[2]) > 0 then return {} end
return take(KEYS[1], '+inf', math.huge)
"""
)

# ARGV: who, milliseconds until which it counts.
BEAT = (
    _COMMON
    + """
if is_other(KEYS[1]) then redis.call('DEL', KEYS[1]) end
redis.call('ZADD', KEYS[1], whole(now + ARGV[2]), ARGV[1])
outlast(KEYS[1], now + ARGV[2])
"""
)
