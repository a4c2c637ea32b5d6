"""The session's run in plain sentences: the words for what is trained come from the catalogue."""

from gdviz.core.experiment import Experiment
from gdviz.core.stability import Limit
from gdviz.core.summary import summary
from gdviz.engine.catalogue import LANDSCAPES
from gdviz.engine.datasets import title
from gdviz.engine.optimizers import OPTIMIZERS
from gdviz.said import Said, listed
from gdviz.worker.session import Session
from gdviz.worker.words import spoken


def run_in_words(session: Session) -> str:
    """What is trained, how far it is, how it does and what could be done; see `gdviz.core.summary.summary`."""
    experiment, line = session.experiment, session.stability
    said = summary(
        experiment,
        session.trajectory,
        session.diagnosis,
        subject=subject(experiment),
        optimizer=OPTIMIZERS[experiment.optimizer].title,
        state=session.state,
        limit=None if line is None else Limit(line.rate, line.limit.reason),
    )
    return spoken(said)


def subject(experiment: Experiment) -> str:
    """What is trained, as a noun."""
    if experiment.landscape == "network":
        layers = listed(list(map(str, experiment.units))) or Said("no")
        return Said("a network with {} hidden neurons, learning {}", layers, title(experiment.data))
    return Said('the landscape "{}"', LANDSCAPES[experiment.landscape].title)
