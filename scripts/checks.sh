#!/usr/bin/env bash
# Copyright the Suspicious Connects authors.
# SPDX-License-Identifier: Apache-2.0
#
# Sourced by common.sh: what a value of spot.conf, of an argument or of a variable of SQL may be, in one place. What is not of
# its type goes nowhere, neither into SQL nor to another program.

# sc_is TYPE VALUE: whether the value is of the type. Letters are ASCII's, whatever the locale. Lengths are not part of the
# patterns: to repeat one a hundred times takes glibc milliseconds.
sc_is() {
  local LC_ALL=C type=$1 value=$2
  # A list of some years' days is longer than any other value.
  [[ $type == dates && ${#value} -le 65536 ]] || ((${#value} <= 1024)) || return 1
  case $type in
    database) ((${#value} <= 128)) && [[ $value =~ ^[a-z][a-z0-9_]*$ ]] ;;
    source) sc_is 'flow|dns|proxy' "$value" ;;
    path) [[ $value =~ ^([a-z][a-z0-9+.-]*://[A-Za-z0-9._:@-]*)?/[A-Za-z0-9_./@+=~-]*$ ]] && sc_climbs_not "$value" ;;
    file) [[ $value =~ ^/[A-Za-z0-9_./@+=,:%~\ -]*$ ]] && sc_climbs_not "$value" ;;
    any_file) [[ $value =~ ^[A-Za-z0-9_./][A-Za-z0-9_./@+=,:%~\ -]*$ ]] && sc_climbs_not "$value" ;;
    host) ((${#value} <= 253)) && [[ $value =~ ^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$ ]] ;;
    hosts) [[ $value =~ ^[A-Za-z0-9]([A-Za-z0-9._:,-]*[A-Za-z0-9])?$ ]] ;;
    domain) ((${#value} <= 253)) && [[ $value =~ ^[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9])?$ ]] ;;
    principal) [[ $value =~ ^[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_.-]+)?(@[A-Za-z0-9_.-]+)?$ ]] ;;
    jdbc) [[ $value =~ ^(jdbc:)?hive2://[A-Za-z0-9._:,-]*/[A-Za-z0-9_]*([\;?#][A-Za-z0-9_.]+=[A-Za-z0-9_./:@,+%~-]*)*$ ]] ;;
    spark_master) [[ $value =~ ^(yarn|local|local\[([0-9]+|\*)\]|(spark|k8s)://[A-Za-z0-9._:/,-]+)$ ]] ;;
    memory) [[ $value =~ ^[0-9]{1,9}[kKmMgGtT]?[bB]?$ ]] ;;
    decimal) [[ $value =~ ^([0-9]{1,30}([.][0-9]{0,30})?|[.][0-9]{1,30})([eE][+-]?[0-9]{1,3})?$ ]] ;;
    share) sc_is decimal "$value" && awk -v value="$value" 'BEGIN { exit !(value + 0 > 0 && value + 0 <= 1) }' ;;
    number) [[ $value =~ ^[+-]?[0-9]*[.]?[0-9]+([eE][+-]?[0-9]{1,3})?$ ]] ;;
    whole:*) sc_is_whole "$value" "$type" ;;
    date) [[ $value =~ ^([0-9]{4})-([0-9]{2})-([0-9]{2})$ ]] && sc_is_day "${BASH_REMATCH[@]:1}" ;;
    dates) sc_are_dates "$value" ;;
    yyyymmdd) [[ $value =~ ^([0-9]{4})([0-9]{2})([0-9]{2})$ ]] && sc_is_day "${BASH_REMATCH[@]:1}" ;;
    date_or_never) [[ $value == never ]] || sc_is date "$value" ;;
    time) [[ $value =~ ^([0-9-]{10})T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$ ]] && sc_is date "${BASH_REMATCH[1]}" ;;
    year) [[ $value =~ ^(19[7-9]|[2-9][0-9][0-9])[0-9]$ ]] ;;
    month) [[ $value =~ ^(0?[1-9]|1[0-2])$ ]] ;;
    day) [[ $value =~ ^(0?[1-9]|[12][0-9]|3[01])$ ]] ;;
    hour) [[ $value =~ ^([01]?[0-9]|2[0-3])$ ]] ;;
    model) [[ $value =~ ^(newest|current|[0-9a-f]{16})$ ]] ;;
    run) [[ $value =~ ^[0-9]{1,18}$ ]] ;;
    run_or_none) [[ $value == none ]] || sc_is run "$value" ;;
    word) ((${#value} <= 128)) && [[ $value =~ ^[A-Za-z0-9][A-Za-z0-9_.@+-]*$ ]] ;;
    plain) [[ $value =~ ^[A-Za-z0-9_./:@+,=%~-]*$ && $value != *--* ]] && sc_climbs_not "$value" && { [[ $value != [-@]* ]] || sc_is number "$value"; } ;;
    anchor) [[ -n $value && $value =~ ^[A-Za-z0-9_./:@+,=%~?\&-]*$ && $value != *--* && $value != [-@]* ]] ;;
    options) [[ $value =~ ^-?[A-Za-z0-9][A-Za-z0-9_./@\ -]*$ ]] ;;
    origins) [[ $value =~ ^(\*|https?://[A-Za-z0-9.:-]+(,https?://[A-Za-z0-9.:-]+)*)$ ]] ;;
    *\|*) [[ $value =~ ^[a-zA-Z0-9_-]+$ && "|$type|" == *"|$value|"* ]] ;;
    *) sc_die 2 "checks.sh: there is no type '$type'" ;;
  esac
}

# sc_what TYPE: what a value of the type is, for people.
sc_what() {
  local least most
  case $1 in
    database) echo "a database name: a lower-case letter, then lower-case letters, digits and _" ;;
    source) echo "flow, dns or proxy" ;;
    path) echo "an absolute path or URI of letters, digits and / . _ @ + = ~ -, without .." ;;
    file) echo "an absolute path of letters, digits, blanks and / . _ @ + = , : % ~ -, without .." ;;
    any_file) echo "a path of letters, digits, blanks and / . _ @ + = , : % ~ -, without .." ;;
    host) echo "a host name or IPv4 address" ;;
    hosts) echo "host names, with or without :PORT, separated by commas" ;;
    domain) echo "a domain such as example.com" ;;
    anchor) echo "an address, a name or a URI of letters, digits and . / : ? & = % + , ~ @ _ -, without --" ;;
    principal) echo "a Kerberos principal such as spot@EXAMPLE.COM" ;;
    jdbc) echo "a URL such as jdbc:hive2://HOST:10000/;ssl=true" ;;
    spark_master) echo "yarn, local[N], spark://HOST:PORT or k8s://…" ;;
    memory) echo "a size such as 2g" ;;
    decimal) echo "a decimal number from 0, such as 0.001 or 1e-6" ;;
    share) echo "a share above 0 and up to 1, such as 0.01" ;;
    number) echo "a number" ;;
    whole:*)
      IFS=: read -r _ least most <<<"$1"
      echo "a whole number from $least to $most" ;;
    date) echo "a date, yyyy-MM-dd" ;;
    dates) echo "dates, yyyy-MM-dd, separated by commas, each once" ;;
    yyyymmdd) echo "a date, YYYYMMDD" ;;
    date_or_never) echo "a date, yyyy-MM-dd, or never" ;;
    time) echo "a time of UTC, yyyy-MM-ddTHH:mm:ssZ" ;;
    year) echo "a year of four digits, from 1970" ;;
    month) echo "a month, 1 to 12" ;;
    day) echo "a day of the month, 1 to 31" ;;
    hour) echo "an hour, 0 to 23" ;;
    model) echo "newest, current or a model_id of 16 hex digits" ;;
    run) echo "a run_id: milliseconds since 1970" ;;
    run_or_none) echo "a run_id (milliseconds since 1970) or none" ;;
    word) echo "a name of letters, digits and _ . @ + -" ;;
    plain) echo "of letters, digits and _ . / : @ + , = % ~ - only, without -- and .." ;;
    options) echo "options of kinit" ;;
    origins) echo "* or origins such as http://example.com, separated by commas" ;;
    *\|*) echo "one of ${1//|/, }" ;;
  esac
}

# sc_expect STATUS NAME TYPE VALUE: dies, naming what it is of and what it has to be, unless the value is of the type.
sc_expect() {
  sc_is "$3" "$4" || sc_die "$1" "$2: '$(sc_shown "$4")' is not $(sc_what "$3")"
}

# sc_shown VALUE: to be shown to people, on one line, and not all of it if it is long.
sc_shown() {
  local value=$1 rest=''
  ((${#value} <= 80)) || rest=…
  printf '%s%s' "${value:0:80}" "$rest"
}

# sc_climbs_not PATH
sc_climbs_not() {
  [[ ! $1 =~ (^|/)\.\.(/|$) ]]
}

# sc_are_dates VALUE: also none of them twice, as a day that is run twice at once is a mistake.
sc_are_dates() {
  local date dates seen=,
  [[ $1 =~ ^[0-9-]+(,[0-9-]+)*$ ]] || return 1
  IFS=, read -ra dates <<<"$1"
  for date in "${dates[@]}"; do
    sc_is date "$date" && [[ $seen != *",$date,"* ]] || return 1
    seen+=$date,
  done
}

# sc_is_whole VALUE whole:LEAST:MOST, up to 18 digits; a leading 0 does not make it octal.
sc_is_whole() {
  local value=$1 least most sign=''
  IFS=: read -r _ least most <<<"$2"
  [[ $value =~ ^-?[0-9]{1,18}$ ]] || return 1
  [[ $value != -* ]] || sign=-
  value=$((${sign}10#${value#-}))
  ((value >= least && value <= most))
}

# sc_days_before DATE N: prints the date so many days before; none before 1970-01-01.
sc_days_before() {
  local year month day n=$2
  IFS=- read -r year month day <<<"$1"
  year=$((10#$year)) month=$((10#$month)) day=$((10#$day))
  while ((n-- > 0 && (year > 1970 || month > 1 || day > 1))); do
    if ((--day == 0)); then
      ((--month > 0)) || month=12 year=$((year - 1))
      day=31
      until sc_is_day "$year" "$month" "$day"; do
        day=$((day - 1))
      done
    fi
  done
  printf '%04d-%02d-%02d\n' "$year" "$month" "$day"
}

# sc_is_day YEAR MONTH DAY, in digits: whether the calendar has it. 2016-02-30 is no day.
sc_is_day() {
  local year=$((10#$1)) month=$((10#$2)) day=$((10#$3)) days=31
  case $month in
    4 | 6 | 9 | 11) days=30 ;;
    2) days=$((year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28)) ;;
  esac
  ((year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= days))
}
