#!/usr/bin/env python3
"""Hold kith's measures against NetworkX's, on graphs that kith built.

    bench/against_networkx.py OUT...

Each OUT is a folder that `kith build` wrote. Prints, for each measure, the largest
difference on any of the graphs, relative where values are above 1, and exits with 1 when
one is above 1e-9. Where python3 or networkx is missing, bench/against_networkx.sh says so.
"""
import csv
import json
import math
import sys
from collections import defaultdict
from pathlib import Path

import networkx as nx

UNIT = 720720
LIMIT = 1e-9


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def graphs(out):
    """The measured graph and that of asserted directed relations."""
    on = json.loads((out / "run.json").read_text())["measured_on"]
    graph, arrows = nx.Graph(), nx.DiGraph()
    strengths, directed = defaultdict(int), defaultdict(int)
    for row in rows(out / "nodes.csv"):
        graph.add_node(row["id"])
        arrows.add_node(row["id"])
    for row in rows(out / "edges.csv"):
        ends = row["source"], row["target"]
        if ends[0] == ends[1]:
            continue
        together = row["relation"] == "co-occurrence"
        count = int(row["weight"] if together else row["asserted"])
        if count and ("co-occurrence" if together else "asserted") in on:
            strengths[tuple(sorted(ends))] += count
        if count and row["directed"] == "true":
            directed[ends] += count
    for (a, b), count in strengths.items():
        length = max(1, math.floor(UNIT / count + 0.5))
        graph.add_edge(a, b, weight=count, length=length)
    for (a, b), count in directed.items():
        arrows.add_edge(a, b, weight=count)
    return graph, arrows


def scaled(values):
    most = max(values.values())
    return {node: value / most for node, value in values.items()}


def eigenvector(graph):
    largest = graph.subgraph(max(nx.connected_components(graph), key=len))
    return scaled({n: abs(v) for n, v in
                   nx.eigenvector_centrality_numpy(largest, weight="weight").items()})


def expected(graph, arrows):
    """Values by the names of kith's columns."""
    others = len(graph) - 1
    joined = [node for node in graph if graph.degree(node)]
    hubs, authorities = nx.hits(arrows, max_iter=10000, tol=1e-15)
    constraint = nx.constraint(graph, weight="weight")
    clustering = nx.clustering(graph)
    closeness = nx.closeness_centrality(graph, distance="length", wf_improved=True)
    harmonic = nx.harmonic_centrality(graph, distance="length")
    return {
        "degree": dict(graph.degree()),
        "strength": dict(graph.degree(weight="weight")),
        "pagerank": nx.pagerank(graph, weight="weight", tol=1e-17, max_iter=1000),
        "betweenness": nx.betweenness_centrality(graph, weight="length", normalized=False),
        "closeness": {n: closeness[n] * UNIT for n in joined},
        "harmonic": {n: v * UNIT / others for n, v in harmonic.items()},
        "eigenvector": eigenvector(graph),
        "hub_score": scaled(hubs),
        "authority_score": scaled(authorities),
        "clustering_coefficient": {n: clustering[n] for n in graph if graph.degree(n) > 1},
        "constraint": {n: constraint[n] for n in joined},
        "core": nx.core_number(graph),
    }


def difference(found, wanted):
    return abs(found - wanted) / max(1, abs(wanted))


def compare(out, worst):
    graph, arrows = graphs(out)
    nodes = {row["id"]: row for row in rows(out / "nodes.csv")}
    for measure, values in expected(graph, arrows).items():
        for node, value in values.items():
            if nodes[node][measure] == "":
                sys.exit(f"{out}: {measure} of {node} is absent")
            worst[measure] = max(worst[measure],
                                 difference(float(nodes[node][measure]), value))
    cuts = {n for n, row in nodes.items() if row["articulation_point"] == "true"}
    worst["articulation_point"] += len(cuts ^ set(nx.articulation_points(graph)))
    bridges = {tuple(sorted((row["source"], row["target"])))
               for row in rows(out / "edges.csv") if row["bridge"] == "true"}
    wanted = {tuple(sorted(ends)) for ends in nx.bridges(graph)}
    worst["bridge"] += len(bridges ^ wanted)
    print(f"{out.name}: {len(graph)} nodes, {graph.number_of_edges()} pairs, "
          f"{arrows.number_of_edges()} arrows")


def main():
    worst = defaultdict(float)
    for out in sys.argv[1:]:
        compare(Path(out), worst)
    print(f"\n{'measure':24} largest difference")
    for measure, value in worst.items():
        print(f"{measure:24} {value:.1e}")
    return max(worst.values(), default=0) > LIMIT


if __name__ == "__main__":
    sys.exit(main())
