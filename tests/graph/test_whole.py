"""The whole graph of some releases and decisions, from their rows alone."""

from random import Random
from typing import Any, cast

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.graph.decisions import Decision, Verb, check, different, same, side_of
from communique.graph.model import EdgeType, Label
from communique.graph.rows import Batch
from communique.graph.whole import Whole, settle

from . import invented
