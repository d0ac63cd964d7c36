[#--
  Copyright the Suspicious Connects authors.
  SPDX-License-Identifier: Apache-2.0

  Names of numbers from IANA's registries Domain Name System (DNS) Parameters and Hypertext Transfer Protocol (HTTP) Status
  Codes. Where a DNS number has two names, it is the one that a response to a query can have. Type 255, which the registry
  calls *, is ANY, as tools and sc_explain_word say. A name with a product in parentheses is of no registry.
--]

[#assign dns_class]
0 Reserved
1 Internet (IN)
3 Chaos (CH)
4 Hesiod (HS)
254 QCLASS NONE
255 QCLASS * (ANY)
[/#assign]

[#assign dns_type]
1 A
2 NS
3 MD
4 MF
5 CNAME
6 SOA
7 MB
8 MG
9 MR
10 NULL
11 WKS
12 PTR
13 HINFO
14 MINFO
15 MX
16 TXT
17 RP
18 AFSDB
19 X25
20 ISDN
21 RT
22 NSAP
23 NSAP-PTR
24 SIG
25 KEY
26 PX
27 GPOS
28 AAAA
29 LOC
30 NXT
31 EID
32 NIMLOC
33 SRV
34 ATMA
35 NAPTR
36 KX
37 CERT
38 A6
39 DNAME
40 SINK
41 OPT
42 APL
43 DS
44 SSHFP
45 IPSECKEY
46 RRSIG
47 NSEC
48 DNSKEY
49 DHCID
50 NSEC3
51 NSEC3PARAM
52 TLSA
53 SMIMEA
55 HIP
56 NINFO
57 RKEY
58 TALINK
59 CDS
60 CDNSKEY
61 OPENPGPKEY
62 CSYNC
63 ZONEMD
64 SVCB
65 HTTPS
99 SPF
100 UINFO
101 UID
102 GID
103 UNSPEC
104 NID
105 L32
106 L64
107 LP
108 EUI48
109 EUI64
128 NXNAME
249 TKEY
250 TSIG
251 IXFR
252 AXFR
253 MAILB
254 MAILA
255 ANY
256 URI
257 CAA
258 AVC
259 DOA
260 AMTRELAY
261 RESINFO
32768 TA
32769 DLV
[/#assign]

[#assign dns_rcode]
0 NoError
1 FormErr
2 ServFail
3 NXDomain
4 NotImp
5 Refused
6 YXDomain
7 YXRRSet
8 NXRRSet
9 NotAuth
10 NotZone
11 DSOTYPENI
16 BADVERS
17 BADKEY
18 BADTIME
19 BADMODE
20 BADNAME
21 BADALG
22 BADTRUNC
23 BADCOOKIE
[/#assign]

[#assign http_status]
100 Continue
101 Switching Protocols
102 Processing
103 Early Hints
200 OK
201 Created
202 Accepted
203 Non-Authoritative Information
204 No Content
205 Reset Content
206 Partial Content
207 Multi-Status
208 Already Reported
226 IM Used
300 Multiple Choices
301 Moved Permanently
302 Found
303 See Other
304 Not Modified
305 Use Proxy
306 (Unused)
307 Temporary Redirect
308 Permanent Redirect
400 Bad Request
401 Unauthorized
402 Payment Required
403 Forbidden
404 Not Found
405 Method Not Allowed
406 Not Acceptable
407 Proxy Authentication Required
408 Request Timeout
409 Conflict
410 Gone
411 Length Required
412 Precondition Failed
413 Content Too Large
414 URI Too Long
415 Unsupported Media Type
416 Range Not Satisfiable
417 Expectation Failed
418 (Unused)
420 Enhance Your Calm (Twitter)
421 Misdirected Request
422 Unprocessable Content
423 Locked
424 Failed Dependency
425 Too Early
426 Upgrade Required
428 Precondition Required
429 Too Many Requests
431 Request Header Fields Too Large
444 No Response (nginx)
449 Retry With (Microsoft)
450 Blocked by Windows Parental Controls (Microsoft)
451 Unavailable For Legal Reasons
499 Client Closed Request (nginx)
500 Internal Server Error
501 Not Implemented
502 Bad Gateway
503 Service Unavailable
504 Gateway Timeout
505 HTTP Version Not Supported
506 Variant Also Negotiates
507 Insufficient Storage
508 Loop Detected
509 Bandwidth Limit Exceeded (Apache)
510 Not Extended
511 Network Authentication Required
598 Network Read Timeout (proxies)
599 Network Connect Timeout (proxies)
[/#assign]

[#-- All of them as rows for VALUES: kind, code, name. --]
[#macro rows]
[#local rows = []]
[#list {"dns_class": dns_class, "dns_type": dns_type, "dns_rcode": dns_rcode, "http_status": http_status} as kind, lines]
[#list lines?trim?split(r"\s*\n\s*", "r") as line]
[#local rows += ["  ('" + kind + "', " + line?keep_before(" ") + ", '" + line?keep_after(" ") + "')"]]
[/#list]
[/#list]
[=rows?join(",\n")][#rt]
[/#macro]
