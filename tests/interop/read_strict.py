"""Reads strict GraphML with NetworkX and igraph, and holds what arrives against the tables
beside it:

    read_strict.py LIBRARY FOLDER/strict.graphml...

LIBRARY is networkx or igraph. Fails on any difference in nodes, edges, labels, directions
or values.
"""

import csv
import os
import re
import sys

SHOWN = 20
complaints = 0


def complain(text):
    global complaints
    complaints += 1
    if complaints <= SHOWN:
        print("   ", text)


def table(folder, name):
    csv.field_size_limit(1 << 30)
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def collapsed(text):
    return re.sub("[ \t\r\n]+", " ", text).strip(" ")


def escaped(name):
    """A column's name as a name token: what kith writes of most others."""
    return re.sub(
        r'[ !"#$%&\'()*+,/;<=>?@\[\\\]^`{|}~\t]', lambda m: f"_x{ord(m[0]):04X}_", name
    )


def is_same(value, cell):
    """Is the value of an attribute what stands in the cell? Empty is nothing at all."""
    if value is None or value == "" or value != value:
        return cell == ""
    if isinstance(value, bool):
        # igraph has no truth value that is missing: it reads false.
        return cell == str(value).lower() or (not value and cell == "")
    if isinstance(value, (int, float)):
        return cell != "" and float(cell) == value
    return collapsed(cell) == value


def compare(what, values, row, left_out):
    for column, cell in row.items():
        if column not in left_out and not is_same(values.get(escaped(column)), cell):
            complain(f"{what}: {column} is {values.get(escaped(column))!r}, not {cell!r}")


def with_networkx(path, _):
    import networkx

    graph = networkx.read_graphml(path)
    if not graph.is_directed():
        complain("the graph is not directed")
    nodes = dict(graph.nodes(data=True))
    edges = {}
    for source, target, *key, values in (
        graph.edges(keys=True, data=True) if graph.is_multigraph() else graph.edges(data=True)
    ):
        edges[key[0] if key else values.get("id")] = (source, target, values)
    return nodes, edges


def with_igraph(path, edge_rows):
    """igraph 1.0 gives edges the ids of nodes, so that they are known by their ends."""
    import igraph

    graph = igraph.Graph.Read_GraphML(path)
    if not graph.is_directed():
        complain("the graph is not directed")
    ids = {
        (row["source"], row["target"], collapsed(row["relation"])): key
        for key, row in edge_rows.items()
    }
    nodes = {vertex["id"]: vertex.attributes() for vertex in graph.vs}
    edges = {}
    for edge in graph.es:
        ends = graph.vs[edge.source]["id"], graph.vs[edge.target]["id"]
        edges[ids.get((*ends, edge["relation"]))] = (*ends, edge.attributes())
    return nodes, edges


def check(path, read):
    global complaints
    complaints = 0
    folder = os.path.dirname(path)
    node_rows, edge_rows = table(folder, "nodes.csv"), table(folder, "edges.csv")
    nodes, edges = read(path, edge_rows)
    if set(nodes) != set(node_rows):
        complain(f"{len(nodes)} nodes, not {len(node_rows)}, or others")
    if set(edges) != set(edge_rows):
        complain(f"{len(edges)} edges, not {len(edge_rows)}, or others")
    for key in set(nodes) & set(node_rows):
        compare(f"node {key}", nodes[key], node_rows[key], {"id"})
    for key in set(edges) & set(edge_rows):
        source, target, values = edges[key]
        row = edge_rows[key]
        if (source, target) != (row["source"], row["target"]):
            complain(f"edge {key}: from {source} to {target}")
        ends = {"id", "source", "target", "source_label", "target_label"}
        compare(f"edge {key}", values, row, ends)
    print(f"{path}: {len(nodes)} nodes, {len(edges)} edges, {complaints} complaints")
    return complaints == 0


if __name__ == "__main__":
    reader = {"networkx": with_networkx, "igraph": with_igraph}[sys.argv[1]]
    results = [check(path, reader) for path in sys.argv[2:]]
    sys.exit(0 if all(results) else 1)
