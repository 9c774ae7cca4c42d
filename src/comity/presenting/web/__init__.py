"""A record served to a browser and to programs on one's own machine: `comity serve`.

`app` puts together what the other modules do; every question of `querying` has its route, its page and its entry in the
OpenAPI document without being named here.
"""
