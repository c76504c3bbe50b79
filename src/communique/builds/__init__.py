"""Builds: releases of a whole archive read on all cores."""
