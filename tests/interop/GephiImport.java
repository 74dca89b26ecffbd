import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Opens graph files with Gephi's own importers, as a user does who leaves every setting as it
 * is, and holds what arrives against the tables beside them:
 *
 * <pre>java -cp gephi-toolkit-all.jar GephiImport.java FOLDER/graph.graphml...</pre>
 *
 * Each file lies in a folder with nodes.csv and edges.csv. Fails on anything in the import
 * report above INFO, and on any difference in nodes, labels, edges, kinds, directions,
 * weights or text and number columns. In a file with time an edge weighs all of its
 * weight where no time is chosen, and its months come to no more.
 */
public class GephiImport {
    private static final int SHOWN = 20;
    private static int complaints;

    private static void complain(String text) {
        if (complaints++ < SHOWN) {
            System.out.println("    " + text);
        }
    }

    private static void same(String what, Object wanted, Object is) {
        if (!String.valueOf(wanted).equals(String.valueOf(is))) {
            complain(what + ": \"" + is + "\", not \"" + wanted + "\"");
        }
    }

    /** A table by RFC 4180: rows by what stands in the column "id". */
    private static Map<String, Map<String, String>> table(Path path) throws Exception {
        String text = Files.readString(path);
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        Map<String, Map<String, String>> byId = new HashMap<>();
        List<String> header = rows.get(0);
        for (List<String> cells : rows.subList(1, rows.size())) {
            Map<String, String> named = new HashMap<>();
            for (int i = 0; i < header.size(); i++) {
                named.put(header.get(i), cells.get(i));
            }
            byId.put(named.get("id"), named);
        }
        return byId;
    }

    /** In XML runs of blanks are one. */
    private static String collapsed(String text) {
        return text.replaceAll("[ \t\r\n]+", " ").replaceAll("\\A | \\z", "");
    }

    /** Gephi turns INF in columns of text into Infinity; labels it leaves alone. */
    private static String asColumn(String text) {
        return collapsed(text).replace("INF", "Infinity");
    }

    private static Container open(File file, Workspace workspace) throws Exception {
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(file);
        importer.process(container, new DefaultProcessor(), workspace);
        for (Issue issue : container.getReport().getIssuesList(Integer.MAX_VALUE)) {
            if (issue.getLevel() != Issue.Level.INFO) {
                complain(issue.getLevel() + " " + issue.getMessage());
            }
        }
        return container;
    }

    private static void compareNodes(Graph graph, Map<String, Map<String, String>> rows) {
        same("number of nodes", rows.size(), graph.getNodeCount());
        for (Node node : graph.getNodes()) {
            Map<String, String> row = rows.get(node.getId());
            if (row == null) {
                complain("no row for node " + node.getId());
                continue;
            }
            same("label of " + node.getId(), collapsed(row.get("label")), node.getLabel());
            same("type of " + node.getId(), asColumn(row.get("type")), node.getAttribute("type"));
            same("mentions of " + node.getId(), row.get("mentions"), node.getAttribute("mentions"));
            same("neighbours of " + node.getId(), row.get("degree"), node.getAttribute("neighbours"));
            same("PageRank of " + node.getId(), Double.valueOf(row.get("pagerank")),
                    node.getAttribute("pagerank"));
            if (node.size() <= 0 || (node.x() == 0 && node.y() == 0 && rows.size() > 1)) {
                complain("no size or place for " + node.getId());
            }
        }
    }

    private static double sumOfWeights(Edge edge) {
        double sum = 0;
        for (Map.Entry<?, ?> value : edge.getWeights()) {
            sum += ((Number) value.getValue()).doubleValue();
        }
        return sum;
    }

    /** All of the weight where no time is chosen, and the months beside it. */
    private static void compareMonths(Edge edge, double weight) {
        double months = sumOfWeights(edge) - weight;
        boolean hasTime = edge.getIntervals().length > 0;
        if (hasTime ? months <= 0 || months > weight : months != 0) {
            complain("months of edge " + edge.getId() + ": " + months + " of " + weight);
        }
    }

    private static void compareEdges(GraphModel model, Map<String, Map<String, String>> rows) {
        Set<String> kinds = new HashSet<>();
        Graph graph = model.getGraph();
        same("number of edges", rows.size(), graph.getEdgeCount());
        for (Edge edge : graph.getEdges()) {
            Map<String, String> row = rows.get(edge.getId());
            if (row == null) {
                complain("no row for edge " + edge.getId());
                continue;
            }
            String name = "edge " + edge.getId();
            String relation = collapsed(row.get("relation"));
            kinds.add(relation);
            same("kind of " + name, relation, edge.getTypeLabel());
            same("label of " + name, relation.equals("co-occurrence") ? null : relation,
                    edge.getLabel());
            same("direction of " + name, row.get("directed"), edge.isDirected());
            same("source of " + name, row.get("source"), edge.getSource().getId());
            same("target of " + name, row.get("target"), edge.getTarget().getId());
            double weight = Double.parseDouble(row.get("weight"));
            same("weight of " + name, weight, edge.getWeight());
            if (edge.hasDynamicWeight()) {
                compareMonths(edge, weight);
            }
        }
        Set<Object> found = new HashSet<>();
        for (Object kind : model.getEdgeTypeLabels(false)) {
            found.add(String.valueOf(kind));
        }
        same("kinds", kinds.size(), found.size());
    }

    private static boolean check(File file) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        complaints = 0;
        open(file, workspace);
        GraphModel model =
                Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        compareNodes(model.getGraph(), table(file.toPath().resolveSibling("nodes.csv")));
        compareEdges(model, table(file.toPath().resolveSibling("edges.csv")));
        System.out.println(file + ": " + model.getGraph().getNodeCount() + " nodes, "
                + model.getGraph().getEdgeCount() + " edges, "
                + (model.isDynamic() ? model.getTimeBounds() + ", " : "")
                + complaints + " complaints");
        projects.closeCurrentProject();
        return complaints == 0;
    }

    public static void main(String[] files) throws Exception {
        boolean allWell = true;
        for (String file : files) {
            allWell &= check(new File(file));
        }
        System.exit(allWell ? 0 : 1);
    }
}
